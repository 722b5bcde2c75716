using System.Globalization;

namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>Seconds of processor that a process and its children took, the ended ones too; from /proc, as proc(5) describes it.</summary>
internal static class ProcessorTime
{
    // Clock ticks of user space: 100 a second on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;
    private const int ParentField = 1;
    private const int UserField = 11;

    public static double OfTree(int processId)
    {
        double total = 0;
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && Read(folder) is { } fields)
            {
                if (id == processId)
                {
                    // Its own, and of children that it waited for.
                    total += Ticks(fields, 4);
                }
                else if (fields[ParentField] == processId.ToString(CultureInfo.InvariantCulture))
                {
                    total += Ticks(fields, 2);
                }
            }
        }

        return total / TicksPerSecond;
    }

    private static double Ticks(string[] fields, int count) =>
        fields.Skip(UserField).Take(count).Sum(field => double.Parse(field, CultureInfo.InvariantCulture));

    /// <summary>The fields after the name, which stands in brackets and may hold blanks.</summary>
    private static string[]? Read(string folder)
    {
        try
        {
            string text = File.ReadAllText(Path.Combine(folder, "stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It ended.
            return null;
        }
    }
}
