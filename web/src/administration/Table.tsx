import type { ReactNode } from "react"

export type Row = { readonly key: string; readonly cells: readonly ReactNode[] }

/** A real table that scrolls inside itself on a phone, where the keyboard reaches it. */
export function Table(props: {
  caption: string
  columns: readonly string[]
  rows: readonly Row[]
}) {
  return (
    <div className="entries">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="entries__scroll" role="region" aria-label={props.caption} tabIndex={0}>
        <table className="admin__table">
          <caption className="hidden-visually">{props.caption}</caption>
          <thead>
            <tr>
              {props.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, at) => (
                  <td key={props.columns[at]} className="tnum">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
