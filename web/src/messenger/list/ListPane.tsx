import { useDeferredValue, useMemo, useState } from "react"
import { MessageCircleOff, MessagesSquare, PenLine, SearchX } from "lucide-react"
import type { Me } from "../../core"
import { Link } from "../app/Link"
import { navigate, type Route } from "../app/routes"
import { useObservable, useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { LocumHint } from "../replacement/LocumHint"
import { Button } from "../ui/Button"
import { EmptyState } from "../ui/EmptyState"
import { SearchField } from "../ui/Field"
import { SkeletonRows } from "../ui/Skeleton"
import { ConversationList } from "./ConversationList"
import { ListFilters } from "./ListFilters"
import { filterList, orderForList } from "./order"
import { ProfileHead } from "./ProfileHead"
import "./list.css"

/** Who I am, a search box, and the conversations: urgent and failed first. */
export function ListPane({ me, route }: { me: Me; route: Route }) {
  const { t } = useI18n()
  const list = useObservable(useSession().conversations.list)
  const [text, setText] = useState("")
  const [unreadOnly, setUnreadOnly] = useState(false)
  const typed = useDeferredValue(text)
  const rows = useMemo(
    () => filterList(orderForList(list.items), typed, unreadOnly),
    [list.items, typed, unreadOnly],
  )
  const current = route.page === "conversation" ? route.id : undefined
  return (
    <>
      <div className="list-scroll">
        <div className="list-top">
          <ProfileHead me={me} />
          <LocumHint />
          <div className="list-tools">
            <SearchField
              label={t("list.search")}
              placeholder={t("list.search.hint")}
              value={text}
              onValue={setText}
            />
            <ListFilters unreadOnly={unreadOnly} onUnreadOnly={setUnreadOnly} />
          </div>
        </div>
        {!list.loaded && <SkeletonRows count={6} label={t("list.loading")} />}
        {list.loaded && list.items.length === 0 && <NoConversationYet />}
        {list.loaded && list.items.length > 0 && rows.length === 0 && (
          <NothingFound unreadOnly={unreadOnly} onAll={() => setUnreadOnly(false)} />
        )}
        {rows.length > 0 && <ConversationList rows={rows} current={current} />}
      </div>
      {list.loaded && list.items.length > 0 && (
        <div className="list-write">
          <Link to={{ page: "directory" }} className="button button--primary list-write__act">
            <PenLine size={20} aria-hidden />
            <span>{t("list.new")}</span>
          </Link>
        </div>
      )}
    </>
  )
}

function NoConversationYet() {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={MessagesSquare}
      title={t("list.empty.title")}
      act={
        <Button look="primary" onClick={() => navigate({ page: "directory" })}>
          {t("list.empty.act")}
        </Button>
      }
    >
      {t("list.empty.text")}
    </EmptyState>
  )
}

function NothingFound(props: { unreadOnly: boolean; onAll: () => void }) {
  const { t } = useI18n()
  if (props.unreadOnly) {
    return (
      <EmptyState
        icon={MessageCircleOff}
        title={t("list.filtered.unread.title")}
        act={<Button onClick={props.onAll}>{t("list.filtered.unread.act")}</Button>}
      >
        {t("list.filtered.unread.text")}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={SearchX}
      title={t("list.filtered.title")}
      act={<Button onClick={() => navigate({ page: "directory" })}>{t("list.empty.act")}</Button>}
    >
      {t("list.filtered.text")}
    </EmptyState>
  )
}
