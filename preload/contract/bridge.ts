/** What both bridges put on `window.vernebok`: one JSON text each way, since objects cross the bridge slowly. */
export interface Bridge {
  /** @returns JSON of an `Envelope` */
  invoke(name: string, inputJson: string): Promise<string>;
  /** @returns a function that stops listening */
  on(name: string, listener: (payloadJson: string) => void): () => void;
}
