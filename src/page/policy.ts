/**
 * What any page of ours may load: what is inside it. All say the same, as pages are printed one after another in one window,
 * which keeps what the pages before forbade.
 */
export const policyTag =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; font-src data:; img-src data:">'
