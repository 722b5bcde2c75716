namespace QuickStart;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCodes
{
    public const int Good = 0;

    /// <summary>What was loaded is not what the source has.</summary>
    public const int Different = 1;

    /// <summary>A setting or a credential is missing or wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something failed; the rest was loaded.</summary>
    public const int Partly = 3;
}
