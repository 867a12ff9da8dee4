import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react"
import { useConnection } from "../network/useConnection"
import { ArrowDown } from "lucide-react"
import type { MessageId, OpenConversation, Timeline } from "../../core"
import { closeLayer, openLayer, useLayer } from "../app/routes"
import { useObservable } from "../app/SessionContext"
import { useNow } from "../app/useNow"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"
import { Beginning } from "./Beginning"
import { MessageInfo } from "./MessageInfo"
import { ScrollKeeper } from "./ScrollKeeper"
import { TimelineRow } from "./TimelineRow"
import { timelineRows } from "./timelineRows"
import { useReadTracking } from "./useReadTracking"

const ROWS_IN_PAGE = 200
const INFO_LAYER = "message-info"

/** The messages, oldest first. The newest 200 stand in the page; older ones come on request. */
export function MessageList(props: { open: OpenConversation; timeline: Timeline }) {
  const { open, timeline } = props
  const { t, dates } = useI18n()
  const now = useNow()
  const online = useConnection().kind !== "offline"
  const region = useRef<HTMLDivElement>(null)
  const layer = useLayer()
  const [inspected, setInspected] = useState<MessageId>()
  const { conversation } = timeline
  const rows = useMemo(() => timelineRows(timeline, dates.dayKey), [timeline, dates])
  const [most, setMost] = useState(ROWS_IN_PAGE)
  const shown = rows.slice(-most)
  const showOlder = () => {
    setMost(Math.max(most, rows.length) + ROWS_IN_PAGE)
    void open.loadOlder()
  }
  const [keeper] = useState(() => new ScrollKeeper())
  const place = useObservable(keeper.place)
  useLayoutEffect(() => keeper.update(timeline.items), [keeper, timeline.items])
  const attach = useCallback(
    (box: HTMLDivElement | null) => {
      region.current = box
      return keeper.attach(box)
    },
    [keeper],
  )
  useReadTracking(region, open, rows.length)
  const info = timeline.items.find((item) => item.id === inspected)
  const inspect = (id: MessageId) => {
    setInspected(id)
    openLayer(INFO_LAYER)
  }

  return (
    <div className="messages">
      {/* The arrows move between messages; each message's acts are buttons of its own. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={attach}
        className="messages__scroll"
        role="region"
        aria-label={t("conversation.messages")}
        // A region that scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={keeper.onScroll}
        onKeyDown={(event) => walkMessages(event, region.current)}
      >
        {timeline.hasOlder || shown.length < rows.length ? (
          <div className="messages__older">
            <Button look="quiet" onClick={showOlder}>
              {t("conversation.older")}
            </Button>
          </div>
        ) : (
          <Beginning conversation={conversation} />
        )}
        <ol className="messages__rows">
          {shown.map((row) => (
            <TimelineRow
              key={row.key}
              row={row}
              conversation={conversation}
              open={open}
              online={online}
              now={now}
              onInspect={inspect}
            />
          ))}
        </ol>
      </div>
      {place.away && (
        <button type="button" className="messages__jump" onClick={keeper.toLatest}>
          <ArrowDown size={20} aria-hidden />
          <span>
            {place.arrived === 0
              ? t("conversation.latest")
              : t("conversation.latestCount", { n: place.arrived })}
          </span>
        </button>
      )}
      {layer === INFO_LAYER && info?.kind === "message" && (
        <MessageInfo
          message={info}
          conversation={conversation}
          onClose={() => closeLayer(INFO_LAYER)}
        />
      )}
    </div>
  )
}

function walkMessages(event: KeyboardEvent, region: HTMLElement | null): void {
  if (event.altKey || event.metaKey || region === null) return
  const articles = [...region.querySelectorAll("article")]
  const here = articles.findIndex((article) => article.contains(document.activeElement))
  const onArticle = here >= 0 && articles[here] === document.activeElement
  const onRegion = document.activeElement === region
  if (!onArticle && !onRegion) return
  let target: number | undefined
  if (event.key === "End" && event.ctrlKey) target = articles.length - 1
  else if (event.ctrlKey) return
  else if (event.key === "ArrowUp") target = here < 0 ? articles.length - 1 : Math.max(here - 1, 0)
  else if (event.key === "ArrowDown") target = Math.min(here + 1, articles.length - 1)
  if (target === undefined) return
  event.preventDefault()
  articles[target]?.focus()
}
