import AdminSandbox
import StewardValues
import Testing

@Suite struct SandboxSettingsTests {
  @Test func `a spec sets what it names`() throws {
    let settings = try SandboxSettings(
      spec: "users=2500,latency=50ms,now=2026-10-01T09:30:00Z,rate-window=2m,fault-429=0.05"
    )
    #expect(settings.users == 2500)
    #expect(settings.latency == TimeSpan(nanoseconds: 50_000_000))
    #expect(settings.now == Timestamp("2026-10-01T09:30:00Z"))
    #expect(settings.rateWindow == .seconds(120))
    #expect(settings.fault429 == 0.05)
    #expect(settings.workspaces == SandboxSettings().workspaces)
    #expect(try SandboxSettings(spec: "").users == 24)
  }

  @Test(arguments: [
    ("user=30", "no setting `user`: did you mean `users`?"),
    ("fault-501=1", "no setting `fault-501`: did you mean `fault-500`?"),
    ("latencey=1s", "no setting `latencey`: did you mean `latency`?"),
    ("users", "`users` has no value: write `users=…`"),
    ("users=3", "users cannot be `3`: it is a whole number from 24 to 5000000"),
    ("users=many", "users cannot be `many`: it is a whole number from 24 to 5000000"),
    (
      "latency=50",
      "latency cannot be `50`: it is a duration from 0s to 1d, such as 50ms or 1m"
    ),
    (
      "latency=-1s",
      "latency cannot be `-1s`: it is a duration from 0s to 1d, such as 50ms or 1m"
    ),
    ("fault-drop=2", "fault-drop cannot be `2`: it is a probability from 0 to 1, such as 0.05"),
    ("fault-drop=nan", "fault-drop cannot be `nan`: it is a probability from 0 to 1, such as 0.05"),
    ("now=today", "now cannot be `today`: it is a time such as 2026-10-01T09:30:00Z"),
  ])
  func `a setting that is wrong is named`(spec: String, message: String) {
    #expect(throws: SandboxSettingsError.self) { try SandboxSettings(spec: spec) }
    do {
      _ = try SandboxSettings(spec: spec)
    } catch {
      #expect(error.message == message)
    }
  }

  @Test func `a name that is near to none lists them all`() {
    let error = #expect(throws: SandboxSettingsError.self) {
      try SandboxSettings(spec: "zzzzzzzzzz=1")
    }
    for setting in SandboxSetting.all {
      #expect(error?.message.contains(setting.name) == true)
    }
  }

  @Test(arguments: SandboxSetting.all.map(\.name))
  func `every setting takes its own default`(name: String) throws {
    let setting = try #require(SandboxSetting.all.first { $0.name == name })
    #expect(!setting.help.isEmpty)
    guard let text = setting.defaultText else {
      #expect(["now", "kind", "snapshot"].contains(name))
      return
    }
    var settings = SandboxSettings()
    try settings.set(name, to: text)
  }
}
