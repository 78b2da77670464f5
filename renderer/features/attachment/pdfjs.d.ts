/** The small builds come without types: the reader is typed as the package's main build, its other half is handed on. */
declare module 'pdfjs-dist/build/pdf.min.mjs' {
  export * from 'pdfjs-dist';
}
declare module 'pdfjs-dist/build/pdf.worker.min.mjs';
