namespace QuickStart;

/// <summary>What the process says when it ends: each code has one meaning. <c>--help</c> and the README list them.</summary>
internal static class ExitCodes
{
    /// <summary>Everything that was due is loaded, and equals the source where there is a truth to compare with.</summary>
    public const int Good = 0;

    /// <summary>What was loaded is not what the source has.</summary>
    public const int Different = 1;

    /// <summary>An argument, an environment variable or a credential is missing or wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something failed; the rest was loaded.</summary>
    public const int Partly = 3;

    /// <summary>The database file cannot be used.</summary>
    public const int Database = 4;

    /// <summary>The run was broken off by an error that none of the others describes.</summary>
    public const int Unexpected = 5;

    /// <summary>The run was stopped (Ctrl+C): 128 and the number of the signal, as shells have it.</summary>
    public const int Stopped = 130;

    /// <summary>All codes, a line each, for <c>--help</c>.</summary>
    public static string Help { get; } = $"""
        Exit codes:
          {Good}    everything that was due is loaded, and equals the source
          {Different}    what was loaded differs from the source
          {Usage}    an argument, an environment variable or a credential is missing or wrong
          {Partly}    something failed; the rest is loaded
          {Database}    the database file cannot be used
          {Unexpected}    the run was broken off by an error
          {Stopped}  the run was stopped; the same command goes on from there
        """;
}
