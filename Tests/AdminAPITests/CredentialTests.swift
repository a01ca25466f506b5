import AdminAPI
import StewardValues
import Testing

@Suite struct CredentialTests {
  @Test(arguments: [
    ("sk-ant-admin01-x", Credential.Kind.adminKey), ("sk-ant-oat01-x", .oauthToken),
    ("sk-ant-api01-x", .enterpriseScopedKey), ("sk-ant-api03-x", .workspaceKey),
    ("hello", .unknown),
  ]) func `the first letters tell the kind`(key: String, kind: Credential.Kind) {
    #expect(Credential(Secret(key)).kind == kind)
  }

  @Test func `it never shows its text`() {
    let credential = Credential(Secret("sk-ant-admin01-hidden"))
    var dumped = ""
    dump(credential, to: &dumped)
    for shown in [
      "\(credential)", String(describing: credential), String(reflecting: credential), dumped,
    ] {
      #expect(!shown.contains("hidden"))
    }
  }
}
