"use strict";
/* What was ticked and written outlives a reload, rests are counted down, and what was done is told
   as a line for befit. Nothing leaves the page by itself. */

/* What it says stands on the page, in the page's language. */
const words = document.body.dataset;

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/* A browser may keep nothing for a file, or refuse to; then the page works without. */
const kept = key => {
  try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; }
};
const keep = (key, value) => {
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* it is only not kept */ }
};

const isBox = field => field.type === "checkbox";
const isChanged = field => isBox(field) ? field.checked : field.value !== field.defaultValue;

const didOf = exercise => {
  const boxes = all("[type=checkbox]", exercise);
  const done = boxes.filter(box => box.checked).length;
  /* It goes into a shell: letters and digits, and nothing that begins like an option. */
  const name = exercise.dataset.name.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, "").replace(/(^| )[ -]+/g, "$1");
  if (!done) return [`${name} ${words.skip}`];
  const did = done < boxes.length ? [`${done}x${exercise.dataset.amount}`] : [];
  const weight = exercise.querySelector(".weight input");
  const number = weight ? weight.value.trim().replace(",", ".") : "";
  if (/^\d+(\.\d+)?$/.test(number) && isChanged(weight)) {
    did.push(number + weight.parentElement.textContent.trim());
  }
  return did.length ? [`${name} ${did.join(" ")}`] : [];
};

const report = session => {
  const told = all(".exercise", session).flatMap(didOf).join(", ");
  session.querySelector(".report").hidden = !session.querySelector("[type=checkbox]:checked");
  session.querySelector(".report code").textContent = `befit done ${session.dataset.date} ${told}`.trim();
};

for (const week of all(".week")) {
  const fields = all("input", week);
  const before = kept(week.dataset.key);
  for (const field of fields) {
    if (!Object.hasOwn(before, field.name)) continue;
    if (isBox(field)) field.checked = true;
    else field.value = before[field.name];
  }
  week.addEventListener("input", event => {
    const changed = fields.filter(isChanged).map(field => [field.name, field.value]);
    keep(week.dataset.key, Object.fromEntries(changed));
    report(event.target.closest(".session"));
  });
}
all(".session").forEach(report);

for (const button of all(".report button")) {
  const line = button.parentElement.querySelector("code");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      button.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(line);
    }
  });
}

const said = document.body.appendChild(document.createElement("p"));
said.className = "said";
said.setAttribute("role", "status");

for (const pause of all("[data-seconds]")) {
  const button = document.createElement("button");
  const pauseText = button.textContent = pause.textContent;
  let ticking;
  button.type = "button";
  button.className = "pause";
  pause.hidden = true;
  pause.after(button);
  const stop = text => {
    clearInterval(ticking);
    ticking = undefined;
    button.textContent = text;
    button.classList.remove("on");
  };
  button.addEventListener("click", () => {
    if (ticking) return stop(pauseText);
    /* By the clock, for a page out of sight counts slower. */
    const end = Date.now() + 1000 * pause.dataset.seconds;
    const show = () => {
      const left = Math.ceil((end - Date.now()) / 1000);
      if (left > 0) {
        button.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
        return;
      }
      stop(words.rested);
      said.textContent = "";
      said.textContent = words.restedAloud;
    };
    said.textContent = "";
    button.classList.add("on");
    ticking = setInterval(show, 250);
    show();
  });
}

/* A page is read on other days than on the one on which it was written. */
const now = new Date();
const dayOf = (date, days = 0) => {
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(part => String(part).padStart(2, "0")).join("-");
};
const today = dayOf(now);
const isThisWeek = week => dayOf(now, -7) < week.dataset.date && week.dataset.date <= today;
const mark = (part, kind, current) => {
  part.classList.add(kind);
  part.setAttribute("aria-current", current);
};
const say = (element, kind, text, after) => {
  const said = after.appendChild(document.createElement(element));
  said.before(" ");
  said.className = kind;
  said.textContent = text;
};
all(`.strip [data-date="${today}"]`).forEach(day => mark(day, "today", "date"));
for (const session of all(`.session[data-date="${today}"]:not([data-done])`)) {
  say("span", "now", words.today, session.querySelector(".facts"));
}
for (const week of all(".overview [data-date]").filter(isThisWeek)) {
  mark(week, "here", "true");
  say("b", "", words.here, week.querySelector(".phase"));
}
const [next] = all(".session:not([data-done])")
  .filter(session => session.dataset.date >= today)
  .sort((one, other) => one.dataset.date < other.dataset.date ? -1 : 1);
if (next) {
  all(".week > details, .session > details").forEach(part => { part.open = part.contains(next) || next.contains(part); });
}
for (const link of all(".jump a")) {
  if (next) {
    link.href = `#${next.querySelector(".inside").id}`;
    link.textContent = words.next.replace("{day}", next.dataset.title);
  } else link.parentElement.remove();
}

/* A wide screen has room for all of a week. */
if (matchMedia("(width >= 60rem)").matches) {
  all(".weeks > details, .week > details[open] .session > details, header ~ .sessions .session > details")
    .forEach(part => { part.open = true; });
}

/* Paper can't be opened; the style does it for browsers of today. */
let closed = [];
addEventListener("beforeprint", () => {
  closed = all("details:not([open])");
  closed.forEach(part => { part.open = true; });
});
addEventListener("afterprint", () => closed.forEach(part => { part.open = false; }));
