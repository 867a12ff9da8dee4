/** The product's own mark: two people joined by one line. Decoration beside the name. */
export function Mark({ size = 40 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden className="mark">
      <rect width="64" height="64" rx="15" fill="#0b5c8c" />
      <path
        d="M22 14v25a9 9 0 0 0 9 9h11"
        fill="none"
        stroke="#ffffff"
        strokeWidth="6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="22" cy="16" r="7" fill="#ffffff" />
      <circle cx="45" cy="48" r="7" fill="#8fd3e8" />
    </svg>
  )
}
