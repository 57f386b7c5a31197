/** Vite hands over the text of a stylesheet, made small, as the default export. */
declare module '*.css?inline' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is how Vite does it
  export default text;
}
