// What the two standards call the same things, and how they write times.
export const WORDS = {
  "1.2": {
    id: "cmi.core.student_id", name: "cmi.core.student_name", mode: "cmi.core.lesson_mode", entry: "cmi.core.entry", status: "cmi.core.lesson_status",
    location: "cmi.core.lesson_location", exit: "cmi.core.exit", time: "cmi.core.session_time", score: "cmi.core.score",
  },
  2004: {
    id: "cmi.learner_id", name: "cmi.learner_name", mode: "cmi.mode", entry: "cmi.entry", status: "cmi.completion_status",
    location: "cmi.location", exit: "cmi.exit", time: "cmi.session_time", score: "cmi.score",
  },
};

const two = (number) => String(number).padStart(2, "0");

// HHHH:MM:SS.SS in 1.2, ISO 8601 in 2004.
export function duration(standard, milliseconds) {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  const seconds = Math.floor(hundredths / 100);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (standard === "2004") return `PT${h}H${m}M${s}.${two(hundredths % 100)}S`;
  return `${String(Math.min(h, 9999)).padStart(4, "0")}:${two(m)}:${two(s)}.${two(hundredths % 100)}`;
}
