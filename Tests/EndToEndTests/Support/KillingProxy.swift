import Dispatch
import Glibc
import Synchronization
import Testing

/// Stands between the program and its organization, and ends the program at one of its changes: before
/// the change reaches the organization, or when it is made and before the program hears of it.
final class KillingProxy: Sendable {
  /// At which change, counted as they come.
  struct Moment: CustomTestStringConvertible {
    let change: Int
    let isMade: Bool
    var testDescription: String { "change \(change), \(isMade ? "made" : "not made")" }
  }

  /// A change that reached the organization.
  struct Change: Equatable {
    let call: String
    let body: String
    let isMade: Bool
  }

  fileprivate struct State {
    var moment: Moment?
    var victim: pid_t?
    var isDead = false
    var seen = 0
    var changes: [Change] = []
    /// What objects that were made are called, by their ids.
    var names: [String: String] = [:]
    /// Requests between the program and the organization.
    var underWay = 0
  }

  let address: String
  private let listener: StreamSocket
  private let port: UInt16
  private let state: Mutex<State>
  private let victimKnown = DispatchSemaphore(value: 0)
  private let quiet = DispatchSemaphore(value: 0)

  init(to port: UInt16, killingAt moment: Moment? = nil) throws {
    let (listener, own) = try StreamSocket.listening()
    self.listener = listener
    self.port = port
    address = "http://127.0.0.1:\(own)"
    state = Mutex(State(moment: moment))
    DispatchQueue(label: "proxy").async { [self] in
      while let connection = listener.accepted() { serve(connection) }
    }
  }

  func stop() { listener.shutDown() }

  /// Whom to end. A change waits until that is known.
  func aim(at process: pid_t) {
    state.withLock { $0.victim = process }
    victimKnown.signal()
  }

  /// Nobody is ended from now on. Waits for what is under way.
  func spare() {
    let waits = state.withLock { state in
      (state.moment, state.victim, state.isDead) = (nil, nil, false)
      return state.underWay > 0
    }
    if waits { quiet.wait() }
  }

  /// The changes that were made, with names for the ids that only this organization has.
  var made: [Change] {
    state.withLock { state in
      state.changes.filter(\.isMade).map { change in
        Change(
          call: state.named(change.call),
          body: state.named(change.body),
          isMade: change.isMade
        )
      }
    }
  }

  /// All changes that came, made or not.
  var seen: Int { state.withLock(\.seen) }

  // MARK: Connections

  private func serve(_ client: StreamSocket) {
    DispatchQueue(label: "connection").async { [self] in
      guard let server = try? StreamSocket(port: port) else { return }
      while let request = client.message(), let answer = forward(request, server) {
        guard client.write(answer) else { return }
      }
    }
  }

  /// The answer; nil if the program is gone or the organization gives none.
  private func forward(_ request: HTTPMessage, _ server: StreamSocket) -> HTTPMessage? {
    guard begin(request) else { return nil }
    defer { end() }
    let answer = server.write(request) ? server.message() : nil
    guard request.isChange else { return answer }
    let isLast = state.withLock { state in
      state.keep(request, answer)
      return state.takeLast()
    }
    guard !isLast else { return killed() }
    return answer
  }

  /// False for a request that comes too late, and for the one before which the program ends.
  private func begin(_ request: HTTPMessage) -> Bool {
    let isFirst = state.withLock { state -> Bool? in
      guard !state.isDead else { return nil }
      guard request.isChange else {
        state.underWay += 1
        return false
      }
      state.seen += 1
      if let moment = state.moment, !moment.isMade, state.seen == moment.change {
        state.isDead = true
        return true
      }
      state.underWay += 1
      return false
    }
    guard isFirst == true else { return isFirst == false }
    _ = killed()
    return false
  }

  private func end() {
    let isQuiet = state.withLock { state in
      state.underWay -= 1
      return state.underWay == 0 && state.victim == nil
    }
    if isQuiet { quiet.signal() }
  }

  private func killed() -> HTTPMessage? {
    victimKnown.wait()
    if let victim = state.withLock(\.victim) { kill(victim, SIGKILL) }
    return nil
  }
}

extension KillingProxy.State {
  fileprivate mutating func keep(_ request: HTTPMessage, _ answer: HTTPMessage?) {
    let change = KillingProxy.Change(
      call: request.call,
      body: request.body,
      isMade: answer?.isSuccess ?? false
    )
    changes.append(change)
    guard change.isMade, let answer, let id = answer.text("id"),
      let name = request.text("email") ?? request.text("name"),
      request.call.hasSuffix("/workspaces") || request.call.hasSuffix("/invites")
    else { return }
    names[id] = name
  }

  /// Whether the change that was just made is the one after which the program ends.
  fileprivate mutating func takeLast() -> Bool {
    guard let moment, moment.isMade, !isDead, changes.count == moment.change else { return false }
    isDead = true
    return true
  }

  fileprivate func named(_ text: String) -> String {
    var text = text
    for (id, name) in names {
      while let place = text.firstRange(of: id) { text.replaceSubrange(place, with: "<\(name)>") }
    }
    return text
  }
}
