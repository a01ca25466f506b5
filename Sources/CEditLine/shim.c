#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE

#include "CEditLine.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

int editline_set_client(EditLine *editor, void *client) {
  return el_wset(editor, EL_CLIENTDATA, client);
}

void *editline_client(EditLine *editor) {
  void *client = NULL;
  el_wget(editor, EL_CLIENTDATA, &client);
  return client;
}

int editline_enable_editing(EditLine *editor) { return el_wset(editor, EL_EDITMODE, 1); }

int editline_set_keymap(EditLine *editor, const wchar_t *name) {
  return el_wset(editor, EL_EDITOR, name);
}

const wchar_t *editline_keymap(EditLine *editor) {
  const wchar_t *name = NULL;
  return el_wget(editor, EL_EDITOR, &name) == 0 ? name : NULL;
}

int editline_set_reader(EditLine *editor, editline_reader reader) {
  return el_wset(editor, EL_GETCFN, reader);
}

int editline_set_history(EditLine *editor, HistoryW *history) {
  return el_wset(editor, EL_HIST, history_w, history);
}

int editline_add_command(
    EditLine *editor, const wchar_t *name, const wchar_t *summary, editline_command command) {
  return el_wset(editor, EL_ADDFN, name, summary, command);
}

int editline_bind(EditLine *editor, const wchar_t *keys, const wchar_t *command) {
  return el_wset(editor, EL_BIND, keys, command, NULL);
}

int editline_bind_alternative(EditLine *editor, const wchar_t *keys, const wchar_t *command) {
  return el_wset(editor, EL_BIND, L"-a", keys, command, NULL);
}

void editline_prepare_terminal_modes(EditLine *editor) {
  el_wset(editor, EL_SETTY, L"-d", L"-isig", L"-ixon", L"-icrnl", NULL);
  el_wset(editor, EL_SETTY, L"-x", L"-echo", L"-icanon", NULL);
}

int editline_enter_raw_mode(EditLine *editor) { return el_wset(editor, EL_PREP_TERM, 1); }

int editline_leave_raw_mode(EditLine *editor) { return el_wset(editor, EL_PREP_TERM, 0); }

int editline_limit_history(HistoryW *history, int count) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, count);
}

int editline_remember(HistoryW *history, const wchar_t *text) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, text);
}

int editline_columns(wchar_t character) { return wcwidth(character); }

// A handler may only touch what is lock-free and atomic, and may only call functions such as
// `write`; this is why it is here and not in Swift.
static atomic_int watcher = -1;
static struct sigaction previous_size_action;
static struct sigaction previous_continue_action;

static void note(int signal) {
  int saved = errno;
  // A full pipe holds a byte that says the same.
  ssize_t ignored = write(atomic_load(&watcher), signal == SIGCONT ? "c" : "s", 1);
  (void)ignored;
  errno = saved;
}

void editline_begin_watching(int descriptor) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  atomic_store(&watcher, descriptor);
  sigaction(SIGWINCH, &action, &previous_size_action);
  sigaction(SIGCONT, &action, &previous_continue_action);
}

void editline_end_watching(void) {
  sigaction(SIGWINCH, &previous_size_action, NULL);
  sigaction(SIGCONT, &previous_continue_action, NULL);
  atomic_store(&watcher, -1);
}
