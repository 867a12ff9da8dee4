import type { PhotoDraft } from "../../core"

const LONGEST_SIDE = 2048
const PREVIEW_SIDE = 20
const PREVIEW_MOST_BYTES = 1024
const QUALITY = 0.85

/**
 * Draws the picture anew at 2048 px at most. What is not pixels (place, time, camera, owner) is left behind,
 * and the orientation is baked in. Rejects when the file is no picture.
 */
export async function preparePhoto(file: Blob): Promise<PhotoDraft> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" })
  try {
    const { width, height } = fit(picture.width, picture.height, LONGEST_SIDE)
    const full = await encode(picture, width, height, QUALITY)
    const preview = await encodePreview(picture)
    return {
      bytes: full.bytes,
      mediaType: full.mediaType,
      width,
      height,
      ...(preview !== undefined && { preview }),
    }
  } finally {
    picture.close()
  }
}

/** The largest size with the same shape whose longest side is at most `most`; never larger than the original. */
export function fit(
  width: number,
  height: number,
  most: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, most / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

async function encodePreview(picture: ImageBitmap): Promise<Uint8Array | undefined> {
  const { width, height } = fit(picture.width, picture.height, PREVIEW_SIDE)
  const { bytes } = await encode(picture, width, height, 0.5)
  return bytes.length <= PREVIEW_MOST_BYTES ? bytes : undefined
}

async function encode(
  picture: ImageBitmap,
  width: number,
  height: number,
  quality: number,
): Promise<Pick<PhotoDraft, "bytes" | "mediaType">> {
  const canvas = document.createElement("canvas")
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext("2d")
  if (context === null) throw new Error("no canvas")
  // A transparent picture would turn black as JPEG.
  context.fillStyle = "#ffffff"
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality))
  if (blob === null) throw new Error("not encodable")
  return { bytes: new Uint8Array(await blob.arrayBuffer()), mediaType: "image/jpeg" }
}
