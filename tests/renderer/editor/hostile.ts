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
];
