import type { StructureService } from "../../core"

/** A page may go on with the service the former one ended in: both are one. */
export function joined(
  former: readonly StructureService[],
  more: readonly StructureService[],
): readonly StructureService[] {
  const last = former.at(-1)
  const first = more.at(0)
  if (last === undefined || first === undefined || last.name !== first.name)
    return [...former, ...more]
  const whole = { ...last, mailboxes: [...last.mailboxes, ...first.mailboxes] }
  return [...former.slice(0, -1), whole, ...more.slice(1)]
}
