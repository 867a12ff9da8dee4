import { Download } from "lucide-react"
import { useState } from "react"
import type { DocumentReference } from "../../core"
import { useSession } from "../app/SessionContext"
import { useI18n } from "../i18n/I18n"
import { Button } from "../ui/Button"

type State = "idle" | "loading" | "failed"

/** A file to be saved under its name; it is fetched and opened when asked for, never shown here. */
export function DocumentLink({ document: file }: { document: DocumentReference }) {
  const { t } = useI18n()
  const { conversations } = useSession()
  const [state, setState] = useState<State>("idle")
  const save = async () => {
    setState("loading")
    try {
      offer(await conversations.document(file), file.name)
      setState("idle")
    } catch {
      setState("failed")
    }
  }
  return (
    <>
      <Button icon={Download} busy={state === "loading"} onClick={() => void save()}>
        {t("document.save", { name: file.name })}
      </Button>
      {state === "failed" && <p role="alert">{t("document.failed")}</p>}
    </>
  )
}

function offer(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
