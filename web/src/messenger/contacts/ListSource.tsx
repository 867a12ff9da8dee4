import { useId, useState, type DragEvent, type SyntheticEvent } from "react"
import { FileUp, SearchCheck } from "lucide-react"
import { useI18n } from "../i18n/I18n"
import type { MessageKey } from "../i18n/fr"
import { Button } from "../ui/Button"
import { TextField } from "../ui/Field"
import { decode, MOST_BYTES, readList, type ReadList } from "./read"

/** Paste, choose or drop a list. It is read here, on this device. */
export function ListSource({ onList }: { onList: (list: ReadList) => void }) {
  const { t } = useI18n()
  const id = useId()
  const [text, setText] = useState("")
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<MessageKey>()
  const read = (pasted: string) => {
    const list = readList(pasted)
    setProblem(list.entries.length === 0 ? "contacts.source.nobody" : undefined)
    if (list.entries.length > 0) onList(list)
  }
  const readFile = async (file: File | undefined) => {
    if (file === undefined) return
    if (file.size > MOST_BYTES) {
      setProblem("contacts.source.tooBig")
      return
    }
    try {
      read(decode(new Uint8Array(await file.arrayBuffer())))
    } catch {
      setProblem("contacts.source.unreadable")
    }
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.length > MOST_BYTES) setProblem("contacts.source.tooBig")
    else read(text)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) void readFile(file)
    else setText(event.dataTransfer.getData("text/plain"))
  }
  return (
    <form
      className={`contacts__source${over ? " contacts__source--over" : ""}`}
      aria-label={t("contacts.source")}
      noValidate
      onSubmit={submit}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="contacts__lead">{t("contacts.lead")}</p>
      <p className="meta">{t("contacts.privacy")}</p>
      <div className="field">
        <label htmlFor={id}>{t("contacts.source.paste")}</label>
        <p id={`${id}-hint`} className="meta">
          {t("contacts.source.hint")}
        </p>
        <textarea
          id={id}
          className="field__input contacts__text"
          value={text}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={`${id}-hint${problem === undefined ? "" : ` ${id}-problem`}`}
          aria-invalid={problem !== undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {problem !== undefined && (
          <p id={`${id}-problem`} className="field__error" role="alert">
            {t(problem)}
          </p>
        )}
      </div>
      <Button look="primary" type="submit" icon={SearchCheck}>
        {t("contacts.source.act")}
      </Button>
      <p className="contacts__or">
        <FileUp size={20} aria-hidden /> {t("contacts.source.drop")}
      </p>
      <TextField
        label={t("contacts.source.file")}
        hint={t("contacts.source.file.hint")}
        type="file"
        accept=".vcf,.vcard,.csv,.txt,.tsv,text/vcard,text/csv,text/plain"
        onChange={(event) => {
          void readFile(event.target.files?.[0])
          // The same file may be chosen again after it was put right.
          event.target.value = ""
        }}
      />
    </form>
  )
}
