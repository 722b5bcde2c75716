using System.Globalization;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>Tells the parent where this process is, and goes on when the parent says so, or dies there.</summary>
internal sealed class KillPoints
{
    private static readonly AsyncLocal<string?> Scope = new();
    private readonly Lock _gate = new();

    /// <summary>What statements are part of, as far as each of them is a point of its own.</summary>
    public string? Within
    {
        get => Scope.Value;
        set => Scope.Value = value;
    }

    /// <summary>Blocks until the parent answers: the statement before is done, the one after not begun.</summary>
    public void Pass(string point)
    {
        lock (_gate)
        {
            Console.Out.WriteLine(point);
            Console.Out.Flush();
            if (Console.In.ReadLine() is null)
            {
                // The parent is gone; nobody is left to tell.
                Environment.Exit(9);
            }
        }
    }

    /// <summary>A step begins, which no other process may be at. Takes no answer.</summary>
    public void Begin(string step) => Tell('>', step);

    /// <summary>The step is over.</summary>
    public void End(string step) => Tell('<', step);

    private void Tell(char mark, string step)
    {
        lock (_gate)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mark}{step}"));
            Console.Out.Flush();
        }
    }
}
