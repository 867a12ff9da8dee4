import { useId, useState, type SyntheticEvent } from "react"
import { Upload } from "lucide-react"
import { useSession } from "../messenger/app/SessionContext"
import { useI18n } from "../messenger/i18n/I18n"
import { Button } from "../messenger/ui/Button"
import { TextField } from "../messenger/ui/Field"
import { Notice } from "../messenger/ui/Notice"
import { returning } from "./returning"

/** Chooses a file. Accepting departures is offered after a refusal for them, and only with a fresh login. */
export function UploadForm(props: {
  tooMany: boolean
  onSend: (file: File, acceptDepartures: boolean) => void
}) {
  const { t } = useI18n()
  const session = useSession()
  const boxId = useId()
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const [accepted, setAccepted] = useState(false)
  const mayAccept = props.tooMany && returning.mayAccept()
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const fits = file !== undefined && /\.(txt|zip)$/i.test(file.name)
    setMissing(!fits)
    if (fits) props.onSend(file, mayAccept && accepted)
  }
  const leave = () => {
    returning.toAccept()
    void session.stepUp()
  }
  return (
    <form className="admin__panel" aria-label={t("admin.import.new")} noValidate onSubmit={submit}>
      <h2>{t("admin.import.new")}</h2>
      {props.tooMany && (
        <Notice
          tone="attention"
          title={t("admin.accept.title")}
          act={
            mayAccept ? (
              <>
                <p>{t("admin.accept.ready")}</p>
                <span className="admin__check">
                  <input
                    id={boxId}
                    type="checkbox"
                    checked={accepted}
                    onChange={(event) => setAccepted(event.target.checked)}
                  />
                  <label htmlFor={boxId}>{t("admin.accept.box")}</label>
                </span>
              </>
            ) : (
              <Button onClick={leave}>{t("admin.accept.login")}</Button>
            )
          }
        >
          {t("admin.accept.text")}
        </Notice>
      )}
      <TextField
        label={t("admin.import.file")}
        hint={t("admin.import.file.hint")}
        error={missing ? t("admin.import.file.missing") : undefined}
        type="file"
        accept=".txt,.zip,text/plain,application/zip"
        onChange={(event) => setFile(event.target.files?.[0])}
      />
      <Button look="primary" type="submit" icon={Upload}>
        {t("admin.import.act")}
      </Button>
    </form>
  )
}
