/** A tagged paper such as the browser prints and the finishing stage writes, small enough to be seen through. */
import { rawPdf, type RawObject, stream } from './raw-pdf.ts'

/** Two pages: a title and a link on the first, a table whose cell names its head on the second. */
export function paper(word: string, link = 'https://example.org/'): Buffer {
  const resources = '/Resources<</Font<</F 3 0 R>>>>'
  const page = (content: number, key: number, more = ''): string =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${resources}/Contents ${content} 0 R/StructParents ${key}/Tabs/S${more}>>`
  const marked = (mcid: number, type: string, text: string, y: number): string =>
    `/${type} <</MCID ${mcid}>> BDC BT /F 12 Tf 60 ${y} Td (${text}) Tj ET EMC\n`
  const objects: (string | RawObject)[] = [
    '<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 9 0 R/Lang(fa-IR)/Outlines 20 0 R' +
      '/AF[22 0 R]/Names<</EmbeddedFiles<</Names[(source.yaml) 22 0 R]>>>>>>',
    '<</Type/Pages/Kids[4 0 R 5 0 R]/Count 2>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    page(6, 0, '/Annots[8 0 R]'),
    page(7, 1),
    stream(marked(0, 'H1', `${word} title`, 700) + marked(1, 'Link', `${word} link`, 600)),
    stream(marked(0, 'TH', `${word} head`, 700) + marked(1, 'TD', `${word} cell`, 600)),
    `<</Type/Annot/Subtype/Link/Rect[60 590 160 612]/A<</S/URI/URI(${link})>>/StructParent 2/Contents(a link)>>`,
    '<</Type/StructTreeRoot/K 10 0 R/ParentTree<</Nums[0[11 0 R 12 0 R]1[15 0 R 16 0 R]2 12 0 R]>>/ParentTreeNextKey 3' +
      '/RoleMap<</Title/P>>>>',
    '<</S/Document/P 9 0 R/K[11 0 R 12 0 R 13 0 R]/Lang(fa-IR)>>',
    '<</S/H1/P 10 0 R/Pg 4 0 R/K 0>>',
    '<</S/Link/P 10 0 R/Pg 4 0 R/K[1<</Type/OBJR/Obj 8 0 R>>]>>',
    '<</S/Table/P 10 0 R/K 14 0 R>>',
    '<</S/TR/P 13 0 R/K[15 0 R 16 0 R]>>',
    '<</S/TH/P 14 0 R/Pg 5 0 R/K<</Type/MCR/Pg 5 0 R/MCID 0>>/ID(node1)/A<</O/Table/Scope/Column>>>>',
    '<</S/TD/P 14 0 R/Pg 5 0 R/K 1/A<</O/Table/Headers[(node1)]>>>>',
    'null',
    'null',
    'null',
    '<</Type/Outlines/First 21 0 R/Last 21 0 R/Count 1>>',
    '<</Title(Section)/Parent 20 0 R/Dest[5 0 R/XYZ 60 710 0]/SE 13 0 R>>',
    '<</Type/Filespec/F(source.yaml)/EF<</F 23 0 R>>>>',
    stream('canary: source', '/Type/EmbeddedFile'),
  ]
  return rawPdf(objects)
}
