/** What both bridges put on `window.vernebok`: one JSON text each way, since objects cross the bridge slowly. */
export interface Bridge {
  /**
   * @param bytes beside the input, for the routes whose input has them as `bytes`: a piece of a file is no text
   * @returns JSON of an `Envelope`
   */
  invoke(name: string, inputJson: string, bytes?: Uint8Array): Promise<string>;
  /** @returns a function that stops listening */
  on(name: string, listener: (payloadJson: string) => void): () => void;
}
