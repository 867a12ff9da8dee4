import "./skeleton.css"

/** Rows of the size of the real ones, so that nothing jumps when they arrive. Silent for speech. */
export function SkeletonRows({ count, label }: { count: number; label: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="hidden-visually">{label}</span>
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className="skeleton__row" aria-hidden>
          <span className="skeleton__disc" />
          <span className="skeleton__lines">
            <span className="skeleton__line" />
            <span className="skeleton__line skeleton__line--short" />
          </span>
        </div>
      ))}
    </div>
  )
}
