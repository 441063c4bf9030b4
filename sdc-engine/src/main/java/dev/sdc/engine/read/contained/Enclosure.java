package dev.sdc.engine.read.contained;

import java.util.ArrayList;
import java.util.List;

/**
 * Starts a command in a place of its own, from which it sees no other process and can change nothing on any disk: neither
 * delete nor rename, nor end or pause what else its user runs. It has no right to leave that place or to change it.
 *
 * <p>The means are the kernel's namespaces, which {@code unshare} of util-linux makes for plain users where the system lets
 * them. Where it does not, or where a disk cannot be made one that is only read, the command is not started.
 */
final class Enclosure {
    /** What a user cannot delete from, and what the kernel makes up as it is read. */
    private static final String NO_DISKS =
            "proc|sysfs|cgroup|cgroup2|devpts|securityfs|debugfs|tracefs|pstore|bpf|configfs|autofs|binfmt_misc|efivarfs"
                    + "|nsfs|fusectl|selinuxfs|rpc_pipefs";

    /** One disk that does not answer or stays as it is ends this; one that the user cannot reach does no harm. */
    private static final String SCRIPT = String.join(
            "\n",
            "while read -r id parent device root point options rest; do",
            "  kind=${rest#*- }; kind=${kind%% *}; point=$(printf '%b' \"$point\")",
            "  case $options in ro|ro,*) continue ;; esac",
            "  case $kind in " + NO_DISKS + ") continue ;; esac",
            "  timeout -s KILL 9 mount -n -o remount,bind,ro \"$point\"",
            "  case $? in 0) ;; 137) exit 1 ;; *) [ ! -e \"$point\" ] || exit 1 ;; esac",
            "done < /proc/self/mountinfo",
            "exec setpriv --no-new-privs --bounding-set=-all --inh-caps=-all --ambient-caps=-all -- \"$@\"");

    private Enclosure() {}

    /** What starts a command there. */
    static List<String> around(List<String> command) {
        List<String> enclosed = new ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-current-user",
                "--keep-caps",
                "--mount",
                "--pid",
                "--ipc",
                "--fork",
                "--kill-child",
                "sh",
                "-c",
                SCRIPT,
                "sdc-reader"));
        enclosed.addAll(command);
        return List.copyOf(enclosed);
    }

    /** The process of a command that was started there: the only one below the one that keeps the place. */
    static ProcessHandle inside(Process place) {
        return place.children().findFirst().orElseGet(place::toHandle);
    }
}
