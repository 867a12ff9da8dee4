import { useEffect, useRef, useState } from "react"
import { ArrowLeft } from "lucide-react"
import { ApiProblem } from "../../core"
import { announce } from "../announce/announcer"
import { Link } from "../app/Link"
import { goBack } from "../app/routes"
import { explain } from "../errors/explain"
import { useI18n } from "../i18n/I18n"
import { Button, IconButton } from "../ui/Button"
import { Notice } from "../ui/Notice"
import { ListSource } from "./ListSource"
import { Results } from "./Results"
import { useMatching } from "./useMatching"
import "./contacts.css"

/** From a list of one's own to correspondents of the register. The list itself is kept nowhere. */
export function ContactsPage() {
  const { t } = useI18n()
  const { state, start, retry, reset } = useMatching()
  const [added, setAdded] = useState<number>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (state.step === "done") heading.current?.focus()
  }, [state.step])
  const again = () => {
    setAdded(undefined)
    reset()
  }
  return (
    <>
      <header className="pane-head">
        <span className="pane-head__back pane-head__back--phone">
          <IconButton
            label={t("act.back")}
            icon={ArrowLeft}
            onClick={() => goBack({ page: "directory" })}
          />
        </span>
      </header>
      <article className="contacts" aria-labelledby="contacts-title">
        <h1 id="contacts-title" ref={heading} tabIndex={-1}>
          {t("contacts.title")}
        </h1>
        {state.step === "source" && <ListSource onList={start} />}
        {state.step === "running" && <Running done={state.done} total={state.total} />}
        {state.step === "failed" && (
          <Notice
            tone="attention"
            role="alert"
            title={t("contacts.failed")}
            act={
              <span className="contacts__acts">
                <Button onClick={retry}>{t("act.retry")}</Button>
                <Button look="quiet" onClick={again}>
                  {t("contacts.again")}
                </Button>
              </span>
            }
          >
            {state.error instanceof ApiProblem && state.error.status === 429
              ? t("contacts.tooMany")
              : explain(state.error, t)}
          </Notice>
        )}
        {added !== undefined && (
          <Notice
            tone="good"
            title={t("contacts.added", { n: added })}
            act={
              <Link to={{ page: "directory" }} className="button button--secondary">
                {t("directory.tab.contacts")}
              </Link>
            }
          >
            {t("contacts.added.text")}
          </Notice>
        )}
        {state.step === "done" && (
          <Results
            list={state.list}
            matched={state.matched}
            onAdded={(n) => {
              setAdded(n)
              announce(t("contacts.added", { n }))
            }}
            onAgain={again}
          />
        )}
      </article>
    </>
  )
}

function Running({ done, total }: { done: number; total: number }) {
  const { t } = useI18n()
  return (
    <div className="contacts__running">
      <p id="contacts-running" role="status">
        {t("contacts.running")}
      </p>
      <progress aria-labelledby="contacts-running" value={done} max={total} />
      <p className="meta tnum">{t("contacts.progress", { done, total })}</p>
    </div>
  )
}
