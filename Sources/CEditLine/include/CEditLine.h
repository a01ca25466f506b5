#ifndef CEDITLINE_H
#define CEDITLINE_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

// Swift cannot call C functions of a variable number of arguments: here is one function for each
// operation of `el_wset`, `el_get` and `history_w` that the editor uses. Those that return an `int`
// return -1 on failure.

typedef int (*editline_reader)(EditLine *, wchar_t *);
typedef wchar_t *(*editline_prompter)(EditLine *);
typedef unsigned char (*editline_command)(EditLine *, int);

int editline_set_client(EditLine *editor, void *client);
void *editline_client(EditLine *editor);

int editline_set_terminal(EditLine *editor, const char *name);
int editline_enable_editing(EditLine *editor);
int editline_set_keymap(EditLine *editor, const wchar_t *name);

int editline_set_reader(EditLine *editor, editline_reader reader);
/// `delimiter` surrounds, within the prompt, what takes no columns.
int editline_set_prompt(EditLine *editor, editline_prompter prompter, wchar_t delimiter);
int editline_set_history(EditLine *editor, HistoryW *history);

int editline_add_command(
    EditLine *editor, const wchar_t *name, const wchar_t *summary, editline_command command);
int editline_bind(EditLine *editor, const wchar_t *keys, const wchar_t *command);
/// Binds in the map of vi's command mode.
int editline_bind_alternative(EditLine *editor, const wchar_t *keys, const wchar_t *command);

/// Ctrl-C and Ctrl-Z become keys while a line is edited.
int editline_disable_signal_keys(EditLine *editor);
int editline_enter_raw_mode(EditLine *editor);
int editline_leave_raw_mode(EditLine *editor);
/// Draws prompt and line again, as on an empty screen below the cursor's row.
int editline_refresh(EditLine *editor);

int editline_limit_history(HistoryW *history, int count);
int editline_remember(HistoryW *history, const wchar_t *text);

/// The columns of a character as libedit counts them; -1 if it cannot be printed.
int editline_columns(wchar_t character);

/// From now on a change of the window's size writes one byte to `descriptor`. One editor at a time.
void editline_begin_watching_size(int descriptor);
void editline_end_watching_size(void);

#endif
