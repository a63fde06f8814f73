// Decides how pages with a picture become a .docx, which WeChat on every phone opens, prints and sends on.
import { strToU8, zipSync, type Zippable } from 'fflate'

export interface Line {
  text: string
  /** Points. */
  size: number
  bold?: boolean
}
/** Lines, a picture, and lines under it, all in the middle. */
export interface Block {
  lines: readonly Line[]
  /** PNG or JPEG, as wide as it is high. */
  picture: Buffer
  centimetres: number
  after: readonly Line[]
  /** The next block begins on a page of its own. */
  newPage?: boolean
}

/** 360,000 English Metric Units are a centimetre (ECMA-376 part 1, 20.1.2.1). */
const EMU_PER_CM = 360_000
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const kindOf = (picture: Buffer) => (picture[0] === 0x89 ? 'png' : 'jpeg')

/** The document, packed. Text is in the phone's own Chinese font: none is carried along. */
export function writeDocument(blocks: readonly Block[]): Buffer {
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"><w:body>${blocks.map(writeBlock).join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${blocks
        .map(
          ({ picture }, index) =>
            `<Relationship Id="rPicture${index}" Type="${OFFICE}/image" Target="media/picture${index}.${kindOf(picture)}"/>`,
        )
        .join('')}</Relationships>`,
    ),
  }
  for (const [index, { picture }] of blocks.entries()) {
    files[`word/media/picture${index}.${kindOf(picture)}`] = [new Uint8Array(picture), { level: 0 }]
  }
  return Buffer.from(zipSync(files))
}

function writeBlock({ lines, centimetres, after, newPage = false }: Block, index: number): string {
  const breakBefore = newPage && index > 0
  return [
    ...lines.map((line, at) => writeLine(line, breakBefore && at === 0)),
    writePicture(index, Math.round(centimetres * EMU_PER_CM)),
    ...after.map((line) => writeLine(line, false)),
  ].join('')
}

/** Sizes are half points. */
function writeLine({ text, size, bold = false }: Line, breakBefore: boolean): string {
  const run = `<w:rPr><w:rFonts w:hint="eastAsia"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size * 2}"/></w:rPr>`
  const paragraph = `<w:pPr>${breakBefore ? '<w:pageBreakBefore/>' : ''}<w:spacing w:after="160"/><w:jc w:val="center"/></w:pPr>`
  return `<w:p>${paragraph}<w:r>${run}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`
}

function writePicture(index: number, side: number): string {
  const name = `picture${index}`
  const graphic = `<pic:pic><pic:nvPicPr><pic:cNvPr id="${index}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rPicture${index}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${side}" cy="${side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${side}" cy="${side}"/><wp:docPr id="${index + 1}" name="${name}" descr="小程序码"/><a:graphic><a:graphicData uri="${DRAWING}/picture">${graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}
