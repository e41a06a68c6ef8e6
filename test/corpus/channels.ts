/** Ways in which a page can reach a host: each is shown to reach it from an ordinary page, and not from one of ours. */

export interface Channel {
  /** Also the name of its template's folder. */
  name: string
  /** Inside `<body>`; `@` stands for the address, `http://host/name`. */
  html?: string
  /** A style sheet. */
  css?: string
  /** Whether it takes a print to set it off. */
  printed?: true
  /** What refuses it first: the check of templates, or the browser that prints. */
  refusedBy: 'lint' | 'print'
  /** Nothing is asked for by name: it is a datagram. */
  silent?: 'udp'
}

const style = (name: string, css: string, more: Partial<Channel> = {}): Channel => ({
  name,
  css,
  refusedBy: 'lint',
  ...more,
})
const markup = (name: string, html: string): Channel => ({ name, html, refusedBy: 'lint' })
const script = (name: string, code: string, more: Partial<Channel> = {}): Channel => ({
  name,
  html: `<script>${code}</script>`,
  refusedBy: 'lint',
  ...more,
})

export const styleChannels: Channel[] = [
  style('import', '@import "@.css";'),
  style('import-url', '@import url(@.css);'),
  style('background', 'p{background:url(@)}'),
  style('background-quoted', 'p{background:url("@")}'),
  style('font-face', '@font-face{font-family:x;src:url(@)}p{font-family:x}p::before{content:"ا"}'),
  style('image-set', 'p{background-image:image-set("@" 1x)}'),
  style('cursor', 'p{cursor:url(@),auto}'),
  style('mask', 'p{-webkit-mask-image:url(@)}'),
  style('filter', 'p{filter:url(@.svg#a)}'),
  style('list-style', 'p{display:list-item;list-style-image:url(@)}'),
  style('border-image', 'p{border:9px solid;border-image:url(@) 9}'),
  style('content', 'p::before{content:url(@)}'),
  style('shape', 'p{float:left;shape-outside:url(@)}'),
  style('variable', ':root{--x:url(@)}p{background:var(--x)}'),
  style('escaped', 'p{background:\\75 rl(@)}', { refusedBy: 'print' }),
  style('margin-box', '@page{@top-left{content:url(@)}}', { printed: true }),
  style('print-only', '@media print{p{background:url(@)}}', { printed: true }),
]

export const markupChannels: Channel[] = [
  markup('img', '<img src="@">'),
  markup('srcset', '<img srcset="@ 1x">'),
  markup('picture', '<picture><source srcset="@"><img></picture>'),
  markup('iframe', '<iframe src="@"></iframe>'),
  markup('srcdoc', '<iframe srcdoc="<img src=@>"></iframe>'),
  markup('object', '<object data="@"></object>'),
  markup('embed', '<embed src="@">'),
  markup('poster', '<video poster="@"></video>'),
  markup('video', '<video src="@" preload="auto"></video>'),
  markup('audio', '<audio src="@" preload="auto"></audio>'),
  markup('source', '<video preload="auto"><source src="@"></video>'),
  markup('track', '<video><track default src="@"></video>'),
  markup('input', '<input type="image" src="@">'),
  markup('body-background', '<table background="@"><tr><td>a</table>'),
  markup('stylesheet', '<link rel="stylesheet" href="@.css">'),
  markup('preload', '<link rel="preload" as="image" href="@">'),
  markup('prefetch', '<link rel="prefetch" href="@">'),
  markup('module-preload', '<link rel="modulepreload" href="@.js">'),
  markup('refresh', '<meta http-equiv="refresh" content="0;url=@">'),
  markup('svg-image', '<svg><image href="@" width="9" height="9"/></svg>'),
  markup('svg-xlink', '<svg><image xlink:href="@" width="9" height="9"/></svg>'),
  markup(
    'svg-fe-image',
    '<svg><filter id="f"><feImage href="@"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>',
  ),
  markup('svg-style', '<svg><style>@import "@.css";</style></svg>'),
  markup('inline-style', '<p style="background:url(@)">a</p>'),
]

export const scriptChannels: Channel[] = [
  markup('script', '<script src="@.js"></script>'),
  markup('module', '<script type="module">import "@.js"</script>'),
  script('fetch', 'fetch("@",{mode:"no-cors"})'),
  script('xhr', 'x=new XMLHttpRequest();x.open("GET","@");x.send()'),
  script('image', 'new Image().src="@"'),
  script('beacon', 'navigator.sendBeacon("@","a")'),
  script('event-source', 'new EventSource("@")'),
  script('web-socket', 'new WebSocket("@".replace("http","ws"))'),
  script('worker', 'new Worker(URL.createObjectURL(new Blob([`fetch("@",{mode:"no-cors"})`])))'),
  script(
    'worker-socket',
    'new Worker(URL.createObjectURL(new Blob([`new WebSocket("@".replace("http","ws"))`])))',
  ),
  script('open', 'window.open("@")'),
  script('navigate', 'location.href="@"'),
  markup('form', '<form action="@"></form><script>document.forms[0].submit()</script>'),
  markup('ping', '<a href="#a" ping="@">a</a><script>document.links[0].click()</script>'),
  markup('onerror', '<img src="data:," onerror="fetch(`@`,{mode:`no-cors`})">'),
  markup('svg-onload', '<svg onload="fetch(`@`,{mode:`no-cors`})"></svg>'),
  markup('toggle', '<details open ontoggle="fetch(`@`,{mode:`no-cors`})">a</details>'),
  script(
    'web-rtc',
    'p=new RTCPeerConnection({iceServers:[{urls:"stun:"+new URL("@").host}]});p.createDataChannel("a");p.createOffer().then(o=>p.setLocalDescription(o))',
    { silent: 'udp' },
  ),
]

export const channels: Channel[] = [...styleChannels, ...markupChannels, ...scriptChannels]

/** The page or the sheet of a channel. */
export function partsOf({ name, html = '', css = '' }: Channel, host: string): { html: string; css: string } {
  // At-rules keep their sign.
  const address = (text: string): string =>
    text.replace(/@(?!import|font-face|page|media|top-left)/g, `http://${host}/${name}`)
  return { html: address(html), css: address(css) }
}

export const documentOf = (channel: Channel, host: string): string => {
  const { html, css } = partsOf(channel, host)
  return `<!doctype html><html lang="fa"><head><meta charset="utf-8"><title>a</title><style>${css}</style><style>p{width:9px;height:9px}</style></head><body><p></p>${html}</body></html>`
}
