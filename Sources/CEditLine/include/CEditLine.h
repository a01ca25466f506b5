#ifndef CEDITLINE_H
#define CEDITLINE_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

// Swift cannot call C functions of a variable number of arguments: here is one function for each
// operation of `el_wset`, `el_get` and `history_w` that the editor uses. Those that return an `int`
// return -1 on failure.

typedef int (*editline_reader)(EditLine *, wchar_t *);
typedef unsigned char (*editline_command)(EditLine *, int);

int editline_set_client(EditLine *editor, void *client);
void *editline_client(EditLine *editor);

int editline_enable_editing(EditLine *editor);
int editline_set_keymap(EditLine *editor, const wchar_t *name);

/// The name of the map that keys are looked up in, `emacs` or `vi`; NULL on failure.
const wchar_t *editline_keymap(EditLine *editor);

int editline_set_reader(EditLine *editor, editline_reader reader);
int editline_set_history(EditLine *editor, HistoryW *history);

int editline_add_command(
    EditLine *editor, const wchar_t *name, const wchar_t *summary, editline_command command);
int editline_bind(EditLine *editor, const wchar_t *keys, const wchar_t *command);
/// Binds in the map of vi's command mode.
int editline_bind_alternative(EditLine *editor, const wchar_t *keys, const wchar_t *command);

/// While a line is edited, Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-Q are keys, and a carriage return stays one.
/// Between lines the terminal keeps what is typed for the next one as it is, and does not show it: it
/// would stand within what a command shows.
void editline_prepare_terminal_modes(EditLine *editor);
int editline_enter_raw_mode(EditLine *editor);
int editline_leave_raw_mode(EditLine *editor);

int editline_limit_history(HistoryW *history, int count);
int editline_remember(HistoryW *history, const wchar_t *text);

/// The columns of a character as the C library counts them; -1 if it cannot be printed.
int editline_columns(wchar_t character);

/// From now on a byte is written to `descriptor`: `s` when the window's size changes, and `c` when the
/// process goes on after it was stopped. One editor at a time.
void editline_begin_watching(int descriptor);
void editline_end_watching(void);

#endif
