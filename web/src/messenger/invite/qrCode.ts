import qrcode from "qrcode-generator"

/** White modules around the code, without which many cameras do not find it. */
const QUIET = 4
const PNG_SCALE = 12

/** The dark squares of the QR code of an address, row by row; made on this device. */
export function qrModules(address: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, "M")
  code.addData(address)
  code.make()
  const size = code.getModuleCount()
  const line = Array.from({ length: size }, (_, at) => at)
  return line.map((row) => line.map((column) => code.isDark(row, column)))
}

/** One path in module units, quiet zone included; `side` is the length of the whole square. */
export function qrPath(modules: readonly (readonly boolean[])[]): { path: string; side: number } {
  const squares = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  )
  return { path: squares.join(""), side: modules.length + 2 * QUIET }
}

/** A file of its own; holds nothing but squares. */
export function qrSvg(address: string): Blob {
  const { path, side } = qrPath(qrModules(address))
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  return new Blob([text], { type: "image/svg+xml" })
}

export function qrPng(address: string): Promise<Blob> {
  const modules = qrModules(address)
  const side = (modules.length + 2 * QUIET) * PNG_SCALE
  const canvas = document.createElement("canvas")
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext("2d")
  if (context === null) return Promise.reject(new Error("canvas"))
  context.fillStyle = "#fff"
  context.fillRect(0, 0, side, side)
  context.fillStyle = "#000"
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark)
        context.fillRect((x + QUIET) * PNG_SCALE, (y + QUIET) * PNG_SCALE, PNG_SCALE, PNG_SCALE)
    }),
  )
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob === null ? failed(new Error("png")) : done(blob)), "image/png"),
  )
}
