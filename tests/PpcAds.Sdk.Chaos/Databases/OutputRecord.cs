using System.Text;

namespace PpcAds.Sdk.Chaos.Databases;

/// <summary>Keeps what this program writes, so that it can be searched for secrets.</summary>
internal sealed class OutputRecord(TextWriter inner) : TextWriter
{
    private static readonly StringBuilder Written = new();

    public override Encoding Encoding => inner.Encoding;

    public static string Text
    {
        get
        {
            lock (Written)
            {
                return Written.ToString();
            }
        }
    }

    public static void Begin()
    {
        Console.SetOut(Synchronized(new OutputRecord(Console.Out)));
        Console.SetError(Synchronized(new OutputRecord(Console.Error)));
    }

    public override void Write(char value)
    {
        lock (Written)
        {
            Written.Append(value);
        }

        inner.Write(value);
    }

    public override void Write(string? value)
    {
        lock (Written)
        {
            Written.Append(value);
        }

        inner.Write(value);
    }

    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    public override void Flush() => inner.Flush();
}
