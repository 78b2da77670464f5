/** What the shell puts on `window.vernebokPrint` of the hidden page that prints. */
export interface PrintBridge {
  /** JSON of the `BriefingDocument` to draw. When all is drawn the page sets `data-ready="true"` on its root element. */
  document(): Promise<string>;
}
