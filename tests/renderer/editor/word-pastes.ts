/** What Word and Outlook put on the clipboard for lists: their markup as they write it, with words of our own. */

const OPEN = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15"><style><!-- @list l0:level1 {mso-level-number-format:bullet;} --></style>
</head><body lang=NO-BOK style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->`;
const CLOSE = '<!--EndFragment--></body></html>';

/** The marker of a paragraph: text in a font of its own, and the room after it. */
function sign(text: string, font = ''): string {
  return `<![if !supportLists]><span style='${font}mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${text}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`;
}

/** A paragraph of a list. */
function item(place: 'First' | 'Middle' | 'Last', listed: string, marker: string, words: string): string {
  return `<p class=MsoListParagraphCxSp${place} style='margin-left:36.0pt;mso-add-space:auto;
text-indent:-18.0pt;mso-list:${listed}'>${marker}${words}<o:p></o:p></p>\n\n`;
}

const SYMBOL = 'font-family:Symbol;';
const COURIER = 'font-family:"Courier New";';
const WINGDINGS = 'font-family:Wingdings;';

export const WORD_BULLETS =
  OPEN +
  `<p class=MsoNormal>Ved døra:<o:p></o:p></p>\n` +
  item('First', 'l0 level1 lfo1', sign('·', SYMBOL), 'ring <b>to</b> ganger') +
  item('Middle', 'l0 level2 lfo1', sign('o', COURIER), 'vent ett minutt') +
  item('Middle', 'l0 level3 lfo1', sign('§', WINGDINGS), 'si kodeordet') +
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;mso-add-space:auto'>Hun svarer selv.<o:p></o:p></p>\n` +
  item('Last', 'l0 level1 lfo1', sign('·', SYMBOL), 'gå inn') +
  `<p class=MsoNormal>Slutt.<o:p></o:p></p>` +
  CLOSE;

export const WORD_NUMBERS =
  OPEN +
  item('First', 'l1 level1 lfo2', sign('1.'), 'Møt på vaktrommet') +
  item('Middle', 'l1 level2 lfo2', sign('a)'), 'hent kortet') +
  item('Middle', 'l1 level2 lfo2', sign('b)'), 'hent radio') +
  item('Middle', 'l1 level3 lfo2', sign('i.'), 'prøv den') +
  item('Middle', 'l1 level3 lfo2', sign('ii.'), 'noter tid') +
  item('Middle', 'l1 level1 lfo2', sign('2.'), 'Kjør') +
  item('Last', 'l2 level1 lfo3', sign('1.'), 'Ny liste') +
  CLOSE;

/** Copied from the third item on. */
export const WORD_FROM_THREE =
  OPEN +
  item('First', 'l1 level1 lfo2', sign('3.'), 'Ring juristen') +
  item('Middle', 'l1 level2 lfo2', sign('·', SYMBOL), 'også om natten') +
  item('Last', 'l1 level1 lfo2', sign('4.'), 'Noter svaret') +
  CLOSE;

export const WORD_HEADING =
  OPEN +
  `<h2 style='margin-left:28.8pt;text-indent:-28.8pt;mso-list:l0 level2 lfo1'>${sign('1.2')}Oppdrag<o:p></o:p></h2>` +
  `<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Hva<o:p></o:p></p></td><td>` +
  item('First', 'l3 level1 lfo4', sign('1.'), 'dør') +
  item('Last', 'l3 level1 lfo4', sign('2.'), 'vindu') +
  '</td></tr></table>' +
  CLOSE;

/** Mail as Outlook writes it: real lists, those of the second level beside the items and not in them. */
export const OUTLOOK = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=NO-BOK link="#0563C1"><div
class=WordSection1><p class=MsoNormal>Hei,<o:p></o:p></p><ul style='margin-top:0cm' type=disc><li class=MsoListParagraph
style='margin-left:0cm;mso-list:l0 level1 lfo1'>alarmen er prøvd<o:p></o:p></li><ul style='margin-top:0cm' type=circle><li
class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level2 lfo1'>av operasjonssentralen<o:p></o:p></li></ul></ul><ol
style='margin-top:0cm' start=3 type=1><li class=MsoListParagraph style='margin-left:0cm;mso-list:l1 level1 lfo2'>hent
henne<o:p></o:p></li><li class=MsoListParagraph style='margin-left:0cm;mso-list:l1 level1 lfo2'>kjør<o:p></o:p></li></ol>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l2 level1 lfo3'><![if !supportLists]><span><span
style='mso-list:Ignore'>-<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>sist
<o:p></o:p></p></div></body></html>`;
