using Spectre.Console;

namespace QuickStart.Display;

/// <summary>Chooses the display.</summary>
internal static class ProgressDisplays
{
    public static IProgressDisplay Create(IAnsiConsole console, bool plain) =>
        plain || !console.Profile.Capabilities.Interactive ? new PlainDisplay(console) : new LiveDisplay(console);
}
