internal import AdminAPI

/// What goes wrong with which request, drawn from the seed by the request's number.
struct Faults: Sendable {
  private let random: RandomBits
  private let settings: SandboxSettings

  init(_ random: RandomBits, _ settings: SandboxSettings) {
    self.random = random.purpose("faults")
    self.settings = settings
  }

  /// A fault that comes before anything is done.
  enum Fault {
    case refused(APIFailure)
    case dropped(TransportError.Stage)
  }

  func before(request number: Int) -> Fault? {
    let random = random.at(number)
    if random.at(0).happens(settings.faultDrop) {
      return .dropped(random.at(1).below(2) == 0 ? .beforeSending : .afterSending)
    }
    if random.at(2).happens(settings.fault429) {
      return .refused(.rateLimited(retryAfter: random.at(3).below(2) == 0 ? 1 : nil))
    }
    if random.at(4).happens(settings.fault500) { return .refused(.internalError()) }
    return nil
  }

  /// Whether the answer to a change that was made is lost.
  func losesAnswer(ofRequest number: Int) -> Bool {
    random.at(number).at(5).happens(settings.faultAfterCommit)
  }
}
