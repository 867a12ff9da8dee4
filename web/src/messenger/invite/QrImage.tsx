import { qrModules, qrPath } from "./qrCode"
import "./invite.css"

/** The code of an address, dark on white whatever the theme, so that cameras find it. */
export function QrImage({ address, label }: { address: string; label: string }) {
  const { path, side } = qrPath(qrModules(address))
  return (
    <svg
      className="invite__qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#ffffff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000000" d={path} />
    </svg>
  )
}
