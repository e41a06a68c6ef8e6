declare module 'subset-font' {
  interface Options {
    targetFormat?: 'woff2' | 'truetype'
    preserveNameIds?: number[]
    keepAllGlyphs?: boolean
  }
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options?: Options,
  ): Promise<Buffer>
}
