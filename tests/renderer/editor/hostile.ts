/** What a clipboard from outside may carry, and what of it may be left: its visible words. */
export interface HostilePaste {
  readonly name: string;
  readonly html: string;
  /** Visible text of the note afterwards. */
  readonly text: string;
}

const ELSEWHERE = 'https://elsewhere.invalid';

export const HOSTILE: readonly HostilePaste[] = [
  { name: 'script', html: '<p>før<script>window.pwned=1</script>etter</p>', text: 'føretter' },
  { name: 'script in svg', html: '<p>a</p><svg><script>window.pwned=1</script><text>b</text></svg>', text: 'a' },
  { name: 'event handlers', html: '<p onclick="window.pwned=1" onmouseover="pwned=1">klikk</p>', text: 'klikk' },
  {
    name: 'image that fails',
    html: `<p>bilde<img src="${ELSEWHERE}/x.png" onerror="window.pwned=1"></p>`,
    text: 'bilde',
  },
  {
    name: 'image set',
    html: `<p>a<picture><source srcset="${ELSEWHERE}/a 2x"><img srcset="${ELSEWHERE}/b"></picture></p>`,
    text: 'a',
  },
  { name: 'javascript link', html: '<a href="javascript:window.pwned=1">lenke</a>', text: 'lenke' },
  { name: 'data link', html: '<a href="data:text/html,<script>pwned=1</script>">lenke</a>', text: 'lenke' },
  {
    name: 'frame',
    html: `<p>a</p><iframe src="${ELSEWHERE}" srcdoc="<script>parent.pwned=1</script>">b</iframe>`,
    text: 'a',
  },
  {
    name: 'object and embed',
    html: `<p>a</p><object data="${ELSEWHERE}">b</object><embed src="${ELSEWHERE}">`,
    text: 'a',
  },
  {
    name: 'style sheet',
    html: `<link rel="stylesheet" href="${ELSEWHERE}/a.css"><style>@import "${ELSEWHERE}/b.css";body{display:none}</style><p>a</p>`,
    text: 'a',
  },
  { name: 'style with address', html: `<p style="background:url(${ELSEWHERE}/c.png)">a</p>`, text: 'a' },
  {
    name: 'base and refresh',
    html: `<base href="${ELSEWHERE}"><meta http-equiv="refresh" content="0;url=${ELSEWHERE}"><p>a</p>`,
    text: 'a',
  },
  {
    name: 'form',
    html: `<form action="${ELSEWHERE}"><input name="passord" value="b"><button formaction="${ELSEWHERE}">send</button></form>`,
    text: 'send',
  },
  {
    name: 'video and audio',
    html: `<p>a</p><video src="${ELSEWHERE}/v" autoplay></video><audio src="${ELSEWHERE}/a" autoplay></audio>`,
    text: 'a',
  },
  {
    name: 'template and noscript',
    html: '<p>a</p><template><p>skjult</p></template><noscript><p>skjult</p></noscript>',
    text: 'a',
  },
  {
    name: 'custom element with shadow root',
    html: '<x-a><template shadowrootmode="open"><p>skjult</p></template>synlig</x-a>',
    text: 'synlig',
  },
  { name: 'mathml', html: '<math><mtext><img src=x onerror="pwned=1">b</mtext></math><p>a</p>', text: 'a' },
  { name: 'broken markup', html: '<p><b>a<p></b>b</i><table><td>c<script>', text: 'a\nb\nc' },
  { name: 'comment tricks', html: '<p>a<!--><img src=x onerror=pwned=1>-->b</p>', text: 'a-->b' },
  {
    name: 'hidden words',
    html: '<p>a<span style="display:none">skjult</span><span hidden>skjult</span><span style="font-size:0px">skjult</span></p>',
    text: 'a',
  },
  {
    name: 'reading order turned round',
    html: '<p>gnp.\u202Eexe.rapport\u202C \u2066a\u2069</p>',
    text: 'gnp.exe.rapport a',
  },
  { name: 'zero-width words', html: '<p>be\u200Bsøks\u00ADfor\uFEFFbud\u2060</p>', text: 'besøksforbud' },
  { name: 'tag characters', html: '<p>a\u{E0041}\u{E0042}</p>', text: 'a' },
  {
    name: 'nested tables',
    html: '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>',
    text: 'a\nb\tc',
  },
  { name: 'a word of a megabyte', html: `<p>${'x'.repeat(1_000_000)}</p>`, text: 'x'.repeat(1_000_000) },
  {
    name: 'table with handlers, spans and colours',
    html: `<table onclick="window.pwned=1" background="${ELSEWHERE}/t.png"><tr><th colspan="2" style="background:url(${ELSEWHERE}/x)">a</th></tr>
      <tr><td onmouseover="window.pwned=1">b<img src="${ELSEWHERE}/y.png" onerror="window.pwned=1"></td><td>c<script>window.pwned=1</script></td></tr></table>`,
    text: 'a\tb\tc',
  },
  {
    name: 'a struck statement that was not struck here',
    html: '<p><span class="note-struck"><s>a</s></span></p>',
    text: 'a',
  },
  {
    name: 'a mention that was not made here',
    html: '<p><span class="note-mention" data-to="00000000000000000000000000000001">Lind</span></p>',
    text: 'Lind',
  },
  // What browsers once read otherwise than the program that had looked at it first: mutation XSS.
  {
    name: 'a style in mathml that ends in an attribute',
    html: '<p>a</p><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=1&gt;">',
    text: 'a',
  },
  {
    name: 'a style in svg that ends in an attribute',
    html: '<p>a</p><svg></p><style><a id="</style><img src=1 onerror=window.pwned=1>"></svg><p>b</p>',
    text: 'a\n">\nb',
  },
  {
    name: 'noscript that ends in an attribute',
    html: '<p>a</p><noscript><p title="</noscript><img src=x onerror=window.pwned=1>">b</p></noscript>',
    text: 'a',
  },
  {
    name: 'html in svg',
    html: `<p>a</p><svg><foreignObject><p>b</p><iframe src="${ELSEWHERE}"></iframe></foreignObject></svg>`,
    text: 'a',
  },
  {
    name: 'references of svg',
    html: `<p>a</p><svg><image xlink:href="${ELSEWHERE}/i"/><use href="${ELSEWHERE}/u#x"/><feImage href="${ELSEWHERE}/f"/></svg>`,
    text: 'a',
  },
  {
    name: 'animated address',
    html: '<svg><a><animate attributeName="href" values="javascript:window.pwned=1"/><text>a</text></a></svg><p>b</p>',
    text: 'b',
  },
  {
    name: 'what runs by itself',
    html: '<details open ontoggle="window.pwned=1"><summary>a</summary>b</details><marquee onstart="window.pwned=1">c</marquee><input autofocus onfocus="window.pwned=1"><dialog open onclose="window.pwned=1">d</dialog>',
    text: 'a\nb\nc',
  },
  {
    name: 'what asks for something by itself',
    html: `<link rel="preload" as="image" href="${ELSEWHERE}/p"><link rel="dns-prefetch" href="//elsewhere.invalid"><body background="${ELSEWHERE}/b"><table background="${ELSEWHERE}/t"><tr><td background="${ELSEWHERE}/d">a</td></tr></table><input type="image" src="${ELSEWHERE}/n"><bgsound src="${ELSEWHERE}/s"><video poster="${ELSEWHERE}/v"><track src="${ELSEWHERE}/k"></video><a href="#" ping="${ELSEWHERE}/ping">b</a>`,
    text: 'a\nb',
  },
  {
    name: 'addresses in styles',
    html: `<style>@font-face{font-family:x;src:url(${ELSEWHERE}/f)}p{content:url(${ELSEWHERE}/c);background:image-set("${ELSEWHERE}/i" 1x)}</style><p style="font-family:x;list-style:url(${ELSEWHERE}/l);--a:url(${ELSEWHERE}/v);background:var(--a)">a</p>`,
    text: 'a',
  },
  {
    name: 'an id that hides a name of the page',
    html: '<form id="document"><input name="body"></form><p id="vernebok">a</p>',
    text: 'a',
  },
  {
    name: 'comments of Word that hide and show',
    html: '<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><p class="MsoNormal" style="mso-margin-top-alt:auto;mso-fareast-font-family:Calibri">Hei<o:p></o:p></p><p class="MsoNormal"><![if !supportEmptyParas]>b<![endif]><o:p>&nbsp;</o:p></p>',
    text: 'Hei\nb',
  },
  {
    name: 'a text of Google Docs',
    html: '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;white-space:pre-wrap;">a </span><span style="font-weight:700;white-space:pre-wrap;">b</span></p><br /><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>c</span></p></li></ul></b>',
    text: 'a b\nc',
  },
  {
    name: 'lists in a table',
    html: '<table><tr><td><ul><li>a<ol><li>b</li></ol></li><li>c</li></ul></td><td>d</td></tr></table>',
    text: 'a\nb\nc\td',
  },
  {
    name: 'letters that look like others',
    html: '<p>р\u0430yp\u0430l \u{1D400}</p>',
    text: 'р\u0430yp\u0430l \u{1D400}',
  },
  { name: 'marks of reading order as entities', html: '<p>a&#x202E;b&#8294;c&rlm;d&lrm;</p>', text: 'abcd' },
  {
    name: 'halves of signs and nothing signs',
    html: '<p>a\uD800b\uDC00c\u0000d&#0;e&#xD800;f</p>',
    text: 'a\uFFFDb\uFFFDcd\uFFFDe\uFFFDf',
  },
  { name: 'ten thousand deep', html: `${'<div>'.repeat(10_000)}a${'</div>'.repeat(10_000)}`, text: 'a' },
  { name: 'lists a thousand deep', html: `${'<ul><li>'.repeat(1_000)}a`, text: 'a' },
  { name: 'tables a thousand deep', html: `${'<table><tr><td>'.repeat(1_000)}a`, text: 'a' },
  { name: 'quotes and marks ten thousand deep', html: `${'<blockquote><b><i>'.repeat(10_000)}a`, text: 'a' },
];
