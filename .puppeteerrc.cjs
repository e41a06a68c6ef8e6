// The set-up finds or installs the browser itself (src/setup.mjs), so that a blocked download cannot break `npm ci`.
module.exports = { skipDownload: true }
