using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>A call that may be answered: the caller is known and has a right to the profile.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Last">The value of the path's last segment, if it takes any.</param>
/// <param name="Call">The request.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Today">The day in its time zone.</param>
/// <param name="AnswerType">The media type of success.</param>
/// <param name="Root">The host, for links.</param>
internal sealed record ScopedCall(
    Operation Operation, string Last, IncomingCall Call, SimulatedProfile Profile, DateOnly Today, string AnswerType, Uri Root);
