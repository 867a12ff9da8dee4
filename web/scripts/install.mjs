// `npm ci` when the lock file or a patch changed since the last one, so that a build after a build is quick.
// Two builds of one checkout take turns: an install under the other's feet breaks both.
import { createHash } from "node:crypto"
import { spawnSync } from "node:child_process"
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { fileURLToPath } from "node:url"

const web = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(web, "node_modules", ".liaison-installed")
const lock = join(web, "target", "install.lock")

mkdirSync(dirname(lock), { recursive: true })
await takeLock()
process.exitCode = install()
rmSync(lock, { force: true })

function install() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    process.stdout.write("npm packages are up to date\n")
    return 0
  }
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const { status } = spawnSync(npm, ["ci"], { cwd: web, stdio: "inherit" })
  if (status === 0) writeFileSync(stamp, wanted)
  return status ?? 1
}

function fingerprint() {
  const patches = readdirSync(join(web, "patches"))
    .sort()
    .map((name) => `patches/${name}`)
  const hash = createHash("sha256")
  for (const file of ["package-lock.json", ...patches])
    hash.update(file).update(readFileSync(join(web, file)))
  return hash.digest("hex")
}

/** The lock names its holder; one whose process is gone is taken over. */
async function takeLock() {
  // Linked into place whole: nobody ever reads a lock without its holder.
  const claim = `${lock}.${process.pid}`
  writeFileSync(claim, String(process.pid))
  for (;;) {
    try {
      linkSync(claim, lock)
      rmSync(claim)
      return
    } catch (error) {
      if (error.code !== "EEXIST") throw error
    }
    if (!isAlive(holder())) rmSync(lock, { force: true })
    else await pause(500)
  }
}

function holder() {
  try {
    return Number(readFileSync(lock, "utf8"))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === "EPERM"
  }
}
