internal import ArgumentParser
internal import AdminHTTP
