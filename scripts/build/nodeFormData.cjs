// Stands for the package form-data in the bundles: Node.js has forms of its own, and nothing here sends one. The package
// would bring a table of all MIME types, which is a quarter of the platform's code.
module.exports = FormData;
