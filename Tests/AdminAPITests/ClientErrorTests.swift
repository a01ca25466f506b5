import AdminAPI
import StewardValues
import Testing

@Suite struct ClientErrorTests {
  private func error(_ response: Response) -> ClientError? { response.failure }

  @Test(arguments: [
    (400, ClientError.Kind.invalid), (401, .auth), (402, .forbidden), (403, .forbidden),
    (404, .notFound), (408, .timeout), (409, .conflict), (413, .invalid), (429, .rateLimited),
    (500, .server), (504, .timeout), (529, .server), (302, .server),
  ]) func `the kind follows from the status`(status: Int, kind: ClientError.Kind) {
    #expect(error(.failure(status))?.kind == kind)
  }

  @Test func `all that the API says is kept`() {
    let error = error(
      .json(
        """
        {"type":"error","error":{"type":"invalid_request_error","message":"no seat left",\
        "details":{"error_code":"org_member_limit_exceeded"}},"request_id":"req_2"}
        """,
        status: 400,
        headers: [("Request-Id", "req_3")]
      )
    )
    #expect(error?.message == "no seat left")
    #expect(error?.errorType == "invalid_request_error")
    #expect(error?.apiCode == "org_member_limit_exceeded")
    #expect(error?.requestID == "req_3")
    #expect(error?.status == 400)
    #expect(
      error.map { "\($0)" } == "no seat left (HTTP 400, org_member_limit_exceeded, request req_3)"
    )
  }

  @Test(
    arguments: [
      ("invite_already_exists", "whatever"), ("already_member", "whatever"),
      (nil, "An invite for jane@acme.example already exists"),
      (nil, "jane@acme.example is already a member of this organization"),
    ] as [(String?, String)]
  ) func `who is there already is a conflict, though the status is 400`(
    code: String?,
    message: String
  ) {
    let details = code.map { #","details":{"error_code":"\#($0)"}"# } ?? ""
    let body = #"{"error":{"type":"invalid_request_error","message":"\#(message)"\#(details)}}"#
    let error = error(.json(body, status: 400))
    #expect(error?.kind == .conflict)
    #expect(["invite_already_exists", "already_member"].contains(error?.apiCode))
  }

  @Test func `another 400 stays invalid`() {
    #expect(error(.failure(400, "invalid_request_error", "limit is too large"))?.kind == .invalid)
  }

  @Test(arguments: ["", "<html>\u{1B}[31mBad gateway</html>", "[]", "{", #"{"error":7}"#])
  func `a body that is not the API's is shown safely`(body: String) {
    let error = error(.json(body, status: 502))
    #expect(error?.kind == .server)
    #expect(error?.message.hasPrefix("the server answered 502") == true)
    #expect(error?.message.contains("\u{1B}") == false)
    #expect((error?.message.count ?? 0) < 300)
  }

  @Test func `an answer of the 200s is no failure`() {
    #expect(error(.json("{}")) == nil)
  }
}
