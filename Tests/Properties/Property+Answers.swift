internal import AdminAPI
internal import StewardValues

extension Property {
  /// Whatever a server answers, it is an error in words or an object. The first byte chooses the
  /// status and what was asked.
  package static let answer = Property("answer") { bytes in
    guard let choice = bytes.first.map(Int.init) else { return nil }
    let body = Array(bytes.dropFirst())
    let statuses = [400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 503, 529]
    let failure = Response(status: statuses[choice % statuses.count], body: body).failure
    guard let failure, !failure.message.isEmpty else { return "there is no word about the error" }
    let operation = Catalog.all[choice % Catalog.all.count]
    var reader = JSONReader(type: .record(operation.response.shape))
    if let value = try? reader.read(body) { _ = JSONWriter.text(value) }
    let page = Shape(fields: [Field("data", .list(.record(operation.response.shape)))])
    var pages = JSONReader(type: .record(page), projecting: ["id"], at: "data")
    if let value = try? pages.read(body) { _ = JSONWriter.text(value) }
    return nil
  }
}
